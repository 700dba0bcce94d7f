/**
 * Which days count: working days (工作日), holidays and make-up workdays (调休上班). Start at {@link
 * io.github.hotlinekit.sla.calendar.WorkingCalendar WorkingCalendar}.
 */
@NullMarked
package io.github.hotlinekit.sla.calendar;

import org.jspecify.annotations.NullMarked;
