/** A city's own calendars, one right and two broken, to be run through the laws of the test kit. */
@NullMarked
package io.github.hotlinekit.examples.calendarlaws;

import org.jspecify.annotations.NullMarked;
