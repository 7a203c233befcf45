import { expect, it } from 'vitest';
import { walkedHouse } from '../support/walked-house.ts';

walkedHouse('those who administer', (walks) => {
  it('the administrator', async () => {
    const walk = await walks('administrator-1');
    const { t } = walk;
    await walk.administration({
      webhooks: [t.webhookNew],
      'webhooks/*': [t.webhookEdit, t.webhookRotate, t.webhookRemove],
      'api-keys': [t.apiKeyNew, t.apiKeyRevoke],
      mail: [t.mailRead],
    });
    await walk.ownDialogs();
    expect(await walk.end()).toEqual([]);
  });

  it('the registrar', async () => {
    const walk = await walks('registrar-1');
    const { t } = walk;
    await walk.administration({
      registry: [t.registryRegister, t.registryDismiss],
      'data-subjects': [t.subjectsEnter],
      'data-subjects/*': [t.subjectsChange, t.subjectDecide],
    });
    expect(await walk.end()).toEqual([]);
  });

  it('the web editor and the coordinator of a department', async () => {
    const editor = await walks('webeditor-1');
    await editor.administration({}, ['web-gaps']);
    const coordinator = await walks('coordinator-sbf');
    await coordinator.administration({ 'department-months': [coordinator.t.monthEdit] }, [
      'agreements',
      'agreement-documents',
      'department-months',
    ]);
    expect([...(await editor.end()), ...(await coordinator.end())]).toEqual([]);
  });
});
