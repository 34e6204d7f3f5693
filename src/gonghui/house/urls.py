"""Every address of the house."""

from django.urls import include, path
from django.views.generic import RedirectView

from gonghui.faces.api.urls import api, docs
from gonghui.faces.office.site import site

urlpatterns = [
    path("", RedirectView.as_view(url="/portal/")),
    path("office/", site.urls),
    path("api/docs", docs),
    path("api/", api.urls),
    path("cockpit/", include("gonghui.faces.cockpit.urls")),
    path("portal/", include("gonghui.faces.portal.urls")),
]
