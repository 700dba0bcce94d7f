package io.github.hotlinekit.core.cases;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** The numbers that hand over at once (紧急热线). */
public enum EmergencyNumber implements Coded {
    /** Police. */
    POLICE_110("110 公安", "110 police"),
    /** Fire and rescue. */
    FIRE_119("119 消防", "119 fire"),
    /** Ambulance. */
    AMBULANCE_120("120 急救", "120 ambulance"),
    /** Traffic accidents. */
    TRAFFIC_122("122 交通事故", "122 traffic accidents"),
    /** Another number, or elsewhere in the world. */
    OTHER("其他紧急热线", "another emergency number");

    private final Label label;

    EmergencyNumber(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
