"""The shelf of commands: one file, one command, named after the file."""
