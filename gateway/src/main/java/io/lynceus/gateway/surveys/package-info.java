/// Surveys: catalogues that users upload, classified a portion of rows at a time.
///
/// Start at [io.lynceus.gateway.surveys.SurveyClassification] for private surveys and at
/// [io.lynceus.gateway.surveys.SurveyPublication] for published ones. [io.lynceus.gateway.surveys.Surveys] keeps both.
@NullMarked
package io.lynceus.gateway.surveys;

import org.jspecify.annotations.NullMarked;
