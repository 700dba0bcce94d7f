/** Working-day calendars, time limits, and the clocks that read them off a case. */
@SuppressWarnings("module") // the qualified export names a module that is built after this one
module io.github.hotlinekit.sla {
    requires static org.immutables.value.annotations;
    requires static org.jspecify;
    requires transitive io.github.hotlinekit.core;

    exports io.github.hotlinekit.sla.calendar;
    exports io.github.hotlinekit.sla.clock;
    exports io.github.hotlinekit.sla.policy;
}
