/// The synthetic province: teachers, schools, trainings, and how systems tell of them. No format of
/// any system. Begin with `ProvinceSettings`.
@NullMarked
package io.credithub.demo.model;

import org.jspecify.annotations.NullMarked;
