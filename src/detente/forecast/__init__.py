"""From uncertain judgements to runs along the calendar, probabilities and scores."""
