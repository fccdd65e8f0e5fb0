package org.porchlight.roster.imports;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportSettings.class)
class ImportConfiguration {

  @Bean
  Seal uploadSeal(ImportSettings settings, @Value("${porchlight.data-dir:data}") Path data) {
    @Nullable String key = settings.key();
    return key == null || key.isBlank()
        ? Seal.kept(data.resolve("keys").resolve("uploads.key"))
        : Seal.given(key);
  }

  @Bean
  Uploads uploads(Seal seal, @Value("${porchlight.data-dir:data}") Path data) {
    return new Uploads(seal, data.resolve("uploads"));
  }
}
