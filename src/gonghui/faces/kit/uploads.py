"""Large uploads wait in a file without a name: whatever becomes of the request, nothing is left behind."""

import tempfile

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, TemporaryFileUploadHandler


class NamelessFileUploadHandler(TemporaryFileUploadHandler):
    """As Django's, but a process that is killed leaves no plain copy of a roster in the temporary folder."""

    def new_file(self, *args, **kwargs):
        FileUploadHandler.new_file(self, *args, **kwargs)
        nameless = tempfile.TemporaryFile()  # noqa: SIM115  (closed with the request)
        self.file = UploadedFile(nameless, self.file_name, self.content_type, 0, self.charset, self.content_type_extra)

    def upload_interrupted(self):
        if hasattr(self, "file"):
            self.file.close()
