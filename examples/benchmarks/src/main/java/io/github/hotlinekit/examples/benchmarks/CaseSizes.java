package io.github.hotlinekit.examples.benchmarks;

import io.github.hotlinekit.core.cases.Case;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jol.info.GraphLayout;

/** Prints how many bytes a case of twenty events takes, alone and beside a thousand others. */
public final class CaseSizes {

    private static final int MANY = 1_000;

    private CaseSizes() {}

    /** Prints them. */
    public static void main(String[] args) {
        List<Case> cases = new ArrayList<>(MANY);
        for (int i = 0; i < MANY; i++) {
            cases.add(Lives.ofTwenty(i));
        }
        long one = GraphLayout.parseInstance(cases.get(0)).totalSize();
        long all = GraphLayout.parseInstance(cases).totalSize();
        System.out.println("a case of 20 events alone, with all constants it refers to: " + one + " bytes");
        System.out.println("a case of 20 events among " + MANY + ": " + all / MANY + " bytes");
    }
}
