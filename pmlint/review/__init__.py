"""What several rules need to know of a document: its parts, times, counts and links."""
