package io.github.hotlinekit.examples.benchmarks;

import io.github.hotlinekit.sla.calendar.WorkingCalendar;
import org.openjdk.jol.info.GraphLayout;

/** Prints how many bytes China's calendar takes, with its dates, names and sources. */
public final class CalendarSize {

    private CalendarSize() {}

    /** Prints it. */
    public static void main(String[] args) {
        WorkingCalendar china = WorkingCalendar.china();
        GraphLayout all = GraphLayout.parseInstance(china);
        System.out.println(china + ": " + all.totalSize() + " bytes in memory");
        System.out.println(all.toFootprint());
    }
}
