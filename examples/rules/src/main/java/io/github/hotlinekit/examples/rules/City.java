package io.github.hotlinekit.examples.rules;

import io.github.hotlinekit.core.directory.Directory;
import io.github.hotlinekit.core.routing.Router;
import io.github.hotlinekit.core.routing.RuleSet;
import io.github.hotlinekit.core.taxonomy.Taxonomy;

/** Rules, and the documents that they name. */
record City(RuleSet rules, Taxonomy taxonomy, Directory directory) {

    Router router() {
        return Router.of(rules, taxonomy, directory);
    }
}
