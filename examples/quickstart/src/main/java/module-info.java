/** A program on the module path that needs nothing but the SDK's modules. */
module io.github.hotlinekit.examples.quickstart {
    requires io.github.hotlinekit.stats;
}
