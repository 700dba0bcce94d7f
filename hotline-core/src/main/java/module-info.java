/** Cases and their life, classification, departments, and the rules that bring the one to the other. */
@SuppressWarnings("module") // the qualified export names modules that are built after this one
module io.github.hotlinekit.core {
    requires static org.immutables.value.annotations;
    requires static org.jspecify;
    requires com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jdk8;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires java.xml;
    requires org.slf4j;

    exports io.github.hotlinekit.core.analysis;
    exports io.github.hotlinekit.core.cases;
    exports io.github.hotlinekit.core.directory;
    exports io.github.hotlinekit.core.disclosure;
    exports io.github.hotlinekit.core.dmn;
    exports io.github.hotlinekit.core.document;
    exports io.github.hotlinekit.core.duplicates;
    exports io.github.hotlinekit.core.json;
    exports io.github.hotlinekit.core.language;
    exports io.github.hotlinekit.core.privacy;
    exports io.github.hotlinekit.core.retention;
    exports io.github.hotlinekit.core.routing;
    exports io.github.hotlinekit.core.style to
            io.github.hotlinekit.sla,
            io.github.hotlinekit.stats;
    exports io.github.hotlinekit.core.taxonomy;
}
