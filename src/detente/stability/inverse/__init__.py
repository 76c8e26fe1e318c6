"""What would have to be wanted, or be done by outsiders, for a target to hold."""
