"""The shelf of structures of preference: one file, one structure."""
