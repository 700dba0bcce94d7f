package io.github.hotlinekit.examples.calendarlaws;

import java.time.LocalDate;

/** Broken: it knows the make-up workdays (调休上班) when it counts days used, and forgets them when it sets a deadline. */
final class ForgetfulCalendar extends CityCalendar {

    @Override
    LocalDate deadline(LocalDate date, int workingDays) {
        int step = Integer.signum(workingDays);
        LocalDate day = date;
        for (int left = workingDays; left != 0; ) {
            day = day.plusDays(step);
            left -= isOrdinaryWorkday(day) ? step : 0;
        }
        return day;
    }
}
