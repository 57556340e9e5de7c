// What OHIF's own page says in inline scripts, as a file: the page's Content-Security-Policy allows none inline.
window.PUBLIC_URL = '/viewer/';

function browserImportFunction(moduleId) {
  return import(moduleId);
}
