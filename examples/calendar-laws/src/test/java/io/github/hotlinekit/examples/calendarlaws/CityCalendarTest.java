package io.github.hotlinekit.examples.calendarlaws;

/** The city's calendar keeps the laws: this is all that a user writes to find out. */
class CityCalendarTest extends CityCalendarLaws {

    CityCalendarTest() {
        super(new CityCalendar());
    }
}
