// Asks the phone where it is, when somebody presses the button; the page works without.
const button = document.getElementById("locate");
if ("geolocation" in navigator) {
  button.hidden = false;
  button.addEventListener("click", () => navigator.geolocation.getCurrentPosition((found) => {
    document.getElementById("point").value = `${found.coords.latitude.toFixed(6)},${found.coords.longitude.toFixed(6)}`;
    document.getElementById("near").submit();
  }));
}
