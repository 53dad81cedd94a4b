"""Faults put into a running pmlint: killed, interrupted, or on a disk that is full."""
