"""What is measured, saved and compared; every timed call returns what is then asserted."""
