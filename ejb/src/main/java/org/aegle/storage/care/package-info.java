/**
 * Looking after what is stored: every object is read again and checked within a set time, the store and its rows are
 * compared, keys are sealed anew after a change of the master key; an administrator sees and starts it.
 */
package org.aegle.storage.care;
