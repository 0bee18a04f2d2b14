/// Lists of divisions: CSV files to what is known of codes, names and successions. What follows
/// from a list is `domain.division`'s. Begin with `DivisionFiles`.
@NullMarked
package io.credithub.mapping.division;

import org.jspecify.annotations.NullMarked;
