"""Text for a terminal: what the verbs print, wrapped, and never by colour alone."""
