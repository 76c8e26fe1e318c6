"""The sections of a report, one module each; every one is a function from material to a section."""
