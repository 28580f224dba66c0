"""The domain of Satark Mitra in plain Python: no Rasa, no Dash, no Sanic."""
