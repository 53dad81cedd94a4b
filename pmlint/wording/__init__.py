"""What a sentence or an action item says: who does what, and with which judgement."""
