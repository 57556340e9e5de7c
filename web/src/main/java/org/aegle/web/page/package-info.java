/** What all pages share: how refusals are told, lists that come page by page, headers against misuse. */
package org.aegle.web.page;
