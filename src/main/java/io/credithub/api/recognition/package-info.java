/// Claims of trainings for recognition, and the decisions about them. The procedure lies in
/// `flow.recognition`. Begin with `RecognitionResource`.
@NullMarked
package io.credithub.api.recognition;

import org.jspecify.annotations.NullMarked;
