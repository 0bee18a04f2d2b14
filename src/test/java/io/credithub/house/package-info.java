/// The rules of the house, as tests: the floor plan, the sizes, the names, the manifests.
///
/// Each rule has a test beside it that feeds it something bad and sees it complain.
@NullMarked
package io.credithub.house;

import org.jspecify.annotations.NullMarked;
