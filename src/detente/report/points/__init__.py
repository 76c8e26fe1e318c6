"""Key judgements in words, one module for each kind; each is a claim and what completes it."""
