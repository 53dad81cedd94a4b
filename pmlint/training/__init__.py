"""From labelled text to models, and from labelled documents to figures."""
