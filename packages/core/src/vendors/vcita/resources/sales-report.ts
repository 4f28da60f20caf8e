import { flag, integer, money, object } from '../../../define/field.ts';
import { defineResource } from '../../../define/resource.ts';

const source = 'vcita/developers-hub:swagger/sales/sales_reports.json';
const success = flag('It could be reckoned');
const nullable = { nullable: true } as const;

/** Totals over the payments of the business. */
export const salesReport = defineResource({
  name: 'salesReport',
  label: 'Sales Report',
  description: 'Totals over the payments of the business',
  fields: {
    total_payments: object(
      {
        success,
        data: object({ current_year: money('This year'), last_year: money('Last year') }, 'Totals'),
      },
      'Payments collected',
    ),
    overdue_payments_summary: object(
      {
        success,
        data: object(
          {
            total_overdue: money('In all', nullable),
            total_overdue_count: integer('Number in all'),
            last_week: money('Of the last week', nullable),
            last_week_count: integer('Number of the last week'),
            last_month: money('Of the last month', nullable),
            last_month_count: integer('Number of the last month'),
            old: money('Older than 30 days', nullable),
            old_count: integer('Number older than 30 days'),
          },
          'Totals',
        ),
      },
      'Overdue payment requests',
    ),
    pending_estimates: object(
      { success, data: object({ count: integer('Number') }, 'Totals') },
      'Estimates not accepted yet',
    ),
  },
  operations: {
    getPayments: {
      route: 'GET /v3/sales/reports/payments_widget',
      summary: 'Get payment totals',
      description: 'A vendor test found it on the direct host only',
      returns: 'one',
      itemPath: 'data',
      evidence: 'documented',
      source,
    },
    getForecast: {
      route: 'GET /v3/sales/reports/forecast_payments',
      summary: 'Get expected payments',
      description: 'Totals by day; a vendor test found it on the direct host only',
      returns: 'one',
      itemPath: 'data',
      row: {},
      evidence: 'documented',
      source,
    },
  },
});
