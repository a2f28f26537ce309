/// What stands around the program: launcher, log, container, unit, documents.
package org.quietbell.packaging;
