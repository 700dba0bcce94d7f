/**
 * What a case is about: the classification of demands (事项分类). Start at {@link io.github.hotlinekit.core.taxonomy.Taxonomy Taxonomy}.
 */
@NullMarked
package io.github.hotlinekit.core.taxonomy;

import org.jspecify.annotations.NullMarked;
