"""A phone without a screen: the portal's pages as a signed-in worker gets and sends them."""

import re

from django.test import Client


class Phone:
    """Somebody's portal: `go` reads a page, `send` fills in the form on it; both look at what is shown."""

    def __init__(self, account):
        self.client = Client()
        self.client.force_login(account, backend="gonghui.faces.kit.signin.AccountBackend")
        self.path, self.text = "", ""

    def go(self, path: str) -> "Phone":
        answer = self.client.get(f"/portal/{path}", follow=True)
        assert answer.status_code == 200, (path, answer.status_code)
        self.path, self.text = answer.redirect_chain[-1][0] if answer.redirect_chain else f"/portal/{path}", answer.content.decode()
        return self

    def send(self, status: int = 200, **fields) -> "Phone":
        """Send the form of the page, with its hidden fields as they stand."""
        form = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', self.text.split("<main")[1])
        answer = self.client.post(self.path, dict(form) | fields, follow=True)
        assert answer.status_code == status, (self.path, answer.status_code, self.shown(answer.content.decode())[:600])
        if answer.redirect_chain:
            self.path = answer.redirect_chain[-1][0]
        self.text = answer.content.decode()
        return self

    def says(self, *words: str) -> "Phone":
        for word in words:
            assert word in self.shown(self.text), f"{word!r} is not on {self.path}: {self.shown(self.text)[:600]}"
        return self

    def lacks(self, *words: str) -> "Phone":
        for word in words:
            assert word not in self.shown(self.text), f"{word!r} is on {self.path}"
        return self

    @staticmethod
    def shown(text: str) -> str:
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text.split("<main")[-1]))
