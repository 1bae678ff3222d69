"""The keys of the application that may call SMV."""

import base64
import os

PUBLIC_KEY = os.environ["BALCAO_PUBLIC_KEY"]
SECRET_KEY = os.environ["BALCAO_SECRET_KEY"]
CREDENTIAL = base64.b64encode(f"{PUBLIC_KEY}:{SECRET_KEY}".encode()).decode()
