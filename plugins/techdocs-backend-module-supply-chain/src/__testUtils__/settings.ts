import { mockServices } from '@backstage/backend-test-utils';
import { PublisherBase, Publisher } from '@backstage/plugin-techdocs-node';
import { readMirrorConfig } from '../config/readMirrorConfig';

/** TechDocs' own local publisher, and what its configuration tells the mirror. */
export async function localPublisher(
  directory: string,
  techdocs: object = {},
): Promise<{
  publisher: PublisherBase;
  settings: ReturnType<typeof readMirrorConfig>;
}> {
  const config = mockServices.rootConfig({
    data: {
      app: { baseUrl: 'http://localhost:3000/portal/' },
      backend: { baseUrl: 'http://localhost:7007' },
      techdocs: {
        builder: 'external',
        publisher: {
          type: 'local',
          local: { publishDirectory: directory },
        },
        ...techdocs,
      },
    },
  });
  const publisher = await Publisher.fromConfig(config, {
    logger: mockServices.logger.mock(),
    discovery: mockServices.discovery(),
  });
  return { publisher, settings: readMirrorConfig(config) };
}
