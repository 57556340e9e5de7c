/**
 * Film and paper: pictures and documents that somebody scanned or photographed become objects of a patient's study, as
 * Secondary Capture images or encapsulated PDF. {@link org.aegle.imaging.digitising.Submissions} is the boundary: a
 * submission says whose and of what study, its files come as uploads, each of them once. Every page of a picture is an
 * image of its own, since pages differ in size and every receiver takes single frames. PS3.3 A.8.1, A.45.1, C.8.6.
 */
package org.aegle.imaging.digitising;
