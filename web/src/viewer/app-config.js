// OHIF as Aegle's viewer: one data source, the DICOMweb root of this very server, opened by the session's cookie.
window.config = {
  name: 'Aegle',
  routerBasename: '/viewer',
  extensions: [],
  modes: [],

  // The portal is the list of studies; the mark in the corner leads back to it.
  showStudyList: false,
  whiteLabeling: {
    createLogoComponentFn: React =>
      React.createElement(
        'a',
        { href: '/', className: 'text-primary px-2 text-lg font-semibold', title: 'Aegle' },
        'Aegle'
      ),
  },
  customizationService: [{ 'ohif.tours': { $set: [] } }],

  // OHIF is no medical device; its notice is shown until it was confirmed, and again a year later.
  investigationalUseDialog: { option: 'configure', days: 365 },

  maxNumberOfWebWorkers: 3,
  showWarningMessageForCrossOrigin: true,
  showCPUFallbackMessage: true,
  showLoadingIndicator: true,
  strictZSpacingForVolumeViewport: true,
  groupEnabledModesFirst: true,
  allowMultiSelectExport: false,
  maxNumRequests: { interaction: 100, thumbnail: 75, prefetch: 25 },
  showErrorDetails: 'dev',

  defaultDataSourceName: 'aegle',
  dataSources: [
    {
      namespace: '@ohif/extension-default.dataSourcesModule.dicomweb',
      sourceName: 'aegle',
      configuration: {
        friendlyName: 'Aegle',
        name: 'aegle',
        qidoRoot: '/dicom-web',
        wadoRoot: '/dicom-web',
        wadoUriRoot: '/dicom-web/wado',
        qidoSupportsIncludeField: true,
        supportsReject: false,
        supportsFuzzyMatching: false,
        supportsWildcard: true,
        imageRendering: 'wadors',
        thumbnailRendering: 'wadors',
        enableStudyLazyLoad: true,
        bulkDataURI: { enabled: true },
      },
    },
  ],

  // The session has ended: sign in again in the portal.
  httpErrorHandler: error => {
    if (error.status === 401) {
      window.location.assign('/');
    }
  },
};
