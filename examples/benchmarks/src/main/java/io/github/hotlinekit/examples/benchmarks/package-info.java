/** How fast the modules are, beside the libraries they are compared with. */
package io.github.hotlinekit.examples.benchmarks;
