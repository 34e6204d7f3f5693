"""Addresses of the portal: its own, and those lines declare."""

from django.urls import path

from gonghui.kernel.page import PAGES

from . import views

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
    path("signin/", views.sign_in, name="signin"),
    path("signin/password/", views.password, name="password"),
    path("signout/", views.sign_out, name="signout"),
    path("signout/all/", views.sign_out_all, name="signout_all"),
    path("large/", views.large_type, name="large"),
    path("my/<slug:slug>/", views.my_list, name="my_list"),
    path("my/<slug:slug>/<int:pk>/", views.my_record, name="my_record"),
    path("act/<str:key>/", views.act_page, name="act"),
    path("act/<str:key>/<int:pk>/", views.act_page, name="act_on"),
    path("pick/<str:key>/<str:name>/", views.pick, name="pick"),
    *(path(page.path, views.page_view(page), name=page.name) for page in PAGES.values()),
]
