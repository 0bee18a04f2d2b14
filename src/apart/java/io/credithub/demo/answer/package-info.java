/// What the hub must answer to the synthetic province, reckoned independently of it. Nothing here
/// uses the hub's own rules. Begin with `AnswerKey`.
@NullMarked
package io.credithub.demo.answer;

import org.jspecify.annotations.NullMarked;
