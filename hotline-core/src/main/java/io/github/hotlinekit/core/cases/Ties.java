package io.github.hotlinekit.core.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a case hangs together with others, and who watches it. */
record Ties(
        Optional<CaseNumber> master,
        List<CaseNumber> followers,
        List<RelatedCase> related,
        List<CaseNumber> children,
        int urgings,
        int supervision,
        int escalation) {

    static Ties of(Registration registration) {
        return new Ties(Optional.empty(), List.of(), registration.related(), List.of(), 0, 0, 0);
    }

    Ties follow(Optional<CaseNumber> newMaster) {
        return new Ties(newMaster, followers, related, children, urgings, supervision, escalation);
    }

    Ties withFollower(CaseNumber follower) {
        return withFollowers(Work.appended(followers, follower));
    }

    Ties withoutFollower(CaseNumber follower) {
        return withFollowers(followers.stream().filter(f -> !f.equals(follower)).toList());
    }

    private Ties withFollowers(List<CaseNumber> all) {
        return new Ties(master, all, related, children, urgings, supervision, escalation);
    }

    Ties relate(RelatedCase other) {
        return new Ties(master, followers, Work.appended(related, other), children, urgings, supervision, escalation);
    }

    Ties split(List<CaseNumber> more) {
        List<CaseNumber> all = new ArrayList<>(children);
        all.addAll(more);
        return new Ties(master, followers, related, List.copyOf(all), urgings, supervision, escalation);
    }

    Ties urge() {
        return new Ties(master, followers, related, children, urgings + 1, supervision, escalation);
    }

    Ties supervise(int level) {
        return new Ties(master, followers, related, children, urgings, level, escalation);
    }

    Ties escalate(int level) {
        return new Ties(master, followers, related, children, urgings, supervision, level);
    }
}
