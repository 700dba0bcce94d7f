package io.github.hotlinekit.examples.calendarlaws;

import java.time.LocalDate;

/**
 * Broken: a case that arrives on a day off is first put on the next working day, and that day does not count. One working
 * day from a Saturday is Tuesday, where the citizen was told Monday.
 */
final class RollingCalendar extends CityCalendar {

    @Override
    LocalDate deadline(LocalDate date, int workingDays) {
        LocalDate start = date;
        while (workingDays != 0 && !isOpen(start)) {
            start = start.plusDays(1);
        }
        return super.deadline(start, workingDays);
    }
}
