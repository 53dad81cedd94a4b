"""Whether the tests would notice: code is changed in one place, and something has to fail."""
