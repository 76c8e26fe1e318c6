"""The shelf of check kinds: one file, one computation that an inquiry can ask for."""
