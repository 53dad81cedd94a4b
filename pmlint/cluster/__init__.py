"""Reviews on the workers of a Dask cluster: what is sent there, and how it comes back."""
