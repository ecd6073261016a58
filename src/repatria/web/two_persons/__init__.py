"""Nothing weighty happens on one person's word: proposed by one, confirmed by another."""
