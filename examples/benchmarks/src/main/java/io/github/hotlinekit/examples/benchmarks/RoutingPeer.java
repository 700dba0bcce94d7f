package io.github.hotlinekit.examples.benchmarks;

/** An engine that has loaded a table. */
interface RoutingPeer {

    /** What it says of a case. */
    PeerAnswer decide(PeerCase subject);
}
