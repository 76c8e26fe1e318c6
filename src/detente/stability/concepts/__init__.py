"""The shelf of stability concepts: one file, one concept."""
